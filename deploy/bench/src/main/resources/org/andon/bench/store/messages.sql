-- Parameters: room id, how many messages. Texts as people of a plant write them: Chinese, English, part numbers, paths.
INSERT INTO messages (message_id, room_id, sequence_number, sender_id, sender_name, message_type, content, mentions,
                      client_msg_id, created_at)
SELECT gen_random_uuid(), room.id, room.last_sequence + n, 'bench0001@plant.example', 'Bench 0001', 'text',
       format('%s %s，%s AX-%s %s D:\logs\oven%s\run%s.txt',
              (ARRAY['3 號線烤箱', '沖壓機', '二號機台', '輸送帶', '焊接站', '冷卻水塔', '射出成型機', '包裝線'])[1 + n % 8],
              (ARRAY['溫度異常', '壓力不足', '馬達過熱', '已更換軸承', '感測器無訊號', '待料中', '異音持續', '恢復生產'])[1 + n / 8 % 8],
              (ARRAY['please check the bearing', 'oven over temperature', 'waiting for parts', 'valve replaced',
                     'sensor shows no signal', 'restarted at low speed'])[1 + n % 6],
              4000 + n % 997, (ARRAY['請確認', '已通知維修', '品保複檢', '等待回覆'])[1 + n % 4], n % 9, n % 5003),
       '{}', gen_random_uuid(), now() - interval '300 days' + n * interval '20 seconds'
FROM (SELECT room_id AS id, last_sequence FROM room_sequences WHERE room_id = ?) room, generate_series(1, ?) n
